package org.turnstone.store;

/** The store cannot do its work. The message says where, what, and what to do; it never holds what people wrote. */
public final class StoreProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreProblem(String message) {
        super(message);
    }

    StoreProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
