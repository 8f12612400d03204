package org.turnstone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/**
 * What one command left behind, run in this process as {@code main} would run it.
 *
 * @param out its standard output
 * @param err its standard error
 */
public record Terminal(int exit, String out, String err) {

    public static Terminal run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Turnstone.in(environment).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Terminal(command.execute(arguments), out.toString(), err.toString());
    }
}
