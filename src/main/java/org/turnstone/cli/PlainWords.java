package org.turnstone.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import org.turnstone.ConfigProblem;
import org.turnstone.SettingsRefused;
import org.turnstone.rehearsal.ExportProblem;
import org.turnstone.store.StoreProblem;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * What a person reads when a command fails: where, what, and what to do; never a stack trace. An exception that we did
 * not foresee is named by its class and place only, because its message may hold somebody's words. Threads may share it.
 */
final class PlainWords implements IExecutionExceptionHandler {

    /** The exit code of a command that could not do its work; picocli's own 2 means a mistyped command. */
    static final int FAILED = 1;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return say(failure, command.getErr());
    }

    /** Says it and gives the exit code. */
    static int say(Exception failure, PrintWriter err) {
        if (failure instanceof SettingsRefused refused) {
            refused.problems().forEach(err::println);
            err.println("Nothing was started. Mend this and try again.");
        } else if (speaksPlainly(failure)) {
            err.println(failure.getMessage());
        } else {
            err.println("Turnstone has a fault and stopped: " + place(failure)
                    + ". Please report this line; it holds nobody's words.");
        }
        err.flush();
        return FAILED;
    }

    /** Our own complaints say where, what, and what to do, and hold nobody's words. */
    private static boolean speaksPlainly(Exception failure) {
        return failure instanceof ConfigProblem
                || failure instanceof StoreProblem
                || failure instanceof ExportProblem
                || failure instanceof FileProblem;
    }

    private static String place(Exception failure) {
        Optional<StackTraceElement> ours = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.turnstone."))
                .findFirst();
        return failure.getClass().getName()
                + ours.map(frame -> " at " + frame.getClassName() + ":" + frame.getLineNumber())
                        .orElse("");
    }
}
