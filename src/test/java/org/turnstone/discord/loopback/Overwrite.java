package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a channel allows and denies one role or member. Source: Channel, "Overwrite Object".
 *
 * @param id of the role or member
 * @param allow bits of {@link Permission}
 * @param deny bits of {@link Permission}
 */
public record Overwrite(long id, Target target, long allow, long deny) {
    /** Whom it is for; the ordinal is the wire's number. */
    public enum Target {
        ROLE,
        MEMBER
    }

    ObjectNode json() {
        return Json.object()
                .put("id", Long.toString(id))
                .put("type", target.ordinal())
                .put("allow", Long.toString(allow))
                .put("deny", Long.toString(deny));
    }
}
