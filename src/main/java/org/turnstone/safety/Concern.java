package org.turnstone.safety;

/** Why the bot steps aside. Never told to anyone but the one who wrote the words. */
public enum Concern {
    /** Words of ending or harming one's own life. */
    SELF_HARM,
    /** Words of being hurt, threatened or controlled by the partner, in the first or second person. */
    PARTNER_VIOLENCE,
    /** Words that threaten somebody. */
    THREAT
}
