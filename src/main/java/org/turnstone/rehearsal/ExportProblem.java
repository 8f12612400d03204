package org.turnstone.rehearsal;

/** An exported chat cannot be read. The message says where, what, and what to do; it never holds what people wrote. */
public final class ExportProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportProblem(String message) {
        super(message);
    }
}
