package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields of one request that break a rule, gathered as the platform reports them: a tree that mirrors the body, with
 * {@code _errors} at each field at fault. Source: Reference, "Error Messages".
 *
 * <p>Not for several threads.
 */
final class FormErrors {
    private final ObjectNode tree = Json.object();

    /** A fault at {@code path}, as in {@code components.0.components.1.label}. */
    void add(String path, String code, String message) {
        ObjectNode at = tree;
        for (String step : path.split("\\.")) {
            at = at.withObjectProperty(step);
        }
        at.withArrayProperty("_errors").add(Json.object().put("code", code).put("message", message));
    }

    void required(String path) {
        add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    void choices(String path, String choices) {
        add(path, "BASE_TYPE_CHOICES", "Value must be one of {" + choices + "}.");
    }

    /** At most {@code max} characters. */
    void atMost(String path, String value, int max) {
        if (Json.length(value) > max) {
            add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
        }
    }

    /** Between {@code min} and {@code max} characters. */
    void between(String path, String value, int min, int max) {
        size(path, Json.length(value), min, max);
    }

    /** A list or text whose size is {@code size}. */
    void size(String path, int size, int min, int max) {
        if (size < min || size > max) {
            add(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
        }
    }

    /** A number between {@code min} and {@code max}. */
    void range(String path, long value, long min, long max) {
        if (value < min) {
            add(path, "NUMBER_TYPE_MIN", "int value should be greater than or equal to " + min + ".");
        } else if (value > max) {
            add(path, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + max + ".");
        }
    }

    boolean isEmpty() {
        return tree.isEmpty();
    }

    /** Refuses the request if anything was found. */
    void check() {
        if (!isEmpty()) {
            throw Refusal.form(tree);
        }
    }
}
