package org.turnstone;

import java.io.PrintWriter;
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
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(Turnstone.run(System.getenv(), out, err, arguments));
    }
}
