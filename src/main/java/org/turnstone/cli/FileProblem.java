package org.turnstone.cli;

/** A file that a command was given cannot be used. The message says where, what, and what to do. */
final class FileProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileProblem(String message) {
        super(message);
    }
}
