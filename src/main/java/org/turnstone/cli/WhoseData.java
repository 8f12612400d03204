package org.turnstone.cli;

import org.turnstone.floor.Person;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whose data a command is about. For one thread. */
final class WhoseData {
    private static final String DISCORD = "discord:";

    @Parameters(
            paramLabel = "PERSON",
            description = {
                "On Discord the account's number (Copy User ID), with or without discord: before it;",
                "in a web room its id and the seat, as in web:ROOM/2, which is how the link ends."
            })
    private String id = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Person person() {
        if (id.matches("\\d{1,20}")) {
            return new Person(DISCORD + id);
        }
        if (id.matches("discord:\\d{1,20}|web:[\\w-]+/\\d{1,2}")) {
            return new Person(id);
        }
        throw new ParameterException(
                spec.commandLine(),
                "PERSON is a Discord account's number such as 80351110224678912, or a seat such as web:ROOM/2.");
    }
}
