package org.turnstone.practice;

/**
 * Something that a partner might say, to practise answering.
 *
 * @param kind what it is about, in small letters, as its file calls it
 * @param level how hard it is to hear: 1 is hurt said plainly, {@value Situations#HARDEST} an attack
 * @param words what the partner says
 * @param opening a beginning that leans in, left open for the person to finish
 */
public record Situation(String kind, int level, String words, String opening) {}
