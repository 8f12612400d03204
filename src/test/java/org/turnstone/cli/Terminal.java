package org.turnstone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

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
        int exit = Turnstone.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Terminal(exit, out.toString(), err.toString());
    }
}
