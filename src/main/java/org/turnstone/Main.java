package org.turnstone;

import org.turnstone.cli.Turnstone;

/** The program's entry: {@code java -jar turnstone.jar COMMAND}; without a command it serves. */
public final class Main {

    static {
        // Undertow logs through JBoss Logging, which would otherwise write to the JDK's own log beside ours.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        Unmanaged.install();
    }

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Turnstone.in(System.getenv(), arguments).execute(arguments));
    }
}
