package org.turnstone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the settings file and the token file, and reads them with a clear word where that fails. No state. */
final class SettingsFile {

    /** Settings are a few kilobytes: whatever is larger is another file, and is not read. */
    static final long LARGEST = 1 << 20;

    private SettingsFile() {}

    static Settings load(Map<String, String> variables) {
        List<String> problems = new ArrayList<>();
        Environment environment = new Environment(withSecrets(variables, problems), problems);
        Optional<Path> file = named(environment);
        String text = file.map(path -> read(path, problems)).orElse("{}");
        if (!problems.isEmpty()) {
            throw new SettingsRefused(problems);
        }
        return SettingsReader.read(
                environment.values(), file, file.map(Path::toString).orElse("no file"), text);
    }

    /** The file asked for; else the one that lives with the data; else the one of a checkout. */
    private static Optional<Path> named(Environment environment) {
        Optional<Path> asked = environment.path(Environment.CONFIG);
        return asked.isPresent() ? asked : usual(environment.home());
    }

    private static Optional<Path> usual(Path home) {
        return List.of(home.resolve("turnstone.json"), Path.of("config", "turnstone.json")).stream()
                .filter(Files::exists)
                .findFirst();
    }

    /** The variables, with what stands in the files that some of them name. */
    private static Map<String, String> withSecrets(Map<String, String> variables, List<String> problems) {
        Map<String, String> token = with(variables, Environment.TOKEN, Environment.TOKEN_FILE, problems);
        return with(token, Environment.PASSWORD, Environment.PASSWORD_FILE, problems);
    }

    private static Map<String, String> with(
            Map<String, String> variables, String secret, String fileOfIt, List<String> problems) {
        Environment given = new Environment(variables, problems);
        Optional<Path> file = given.path(fileOfIt);
        if (file.isEmpty()) {
            return variables;
        }
        if (given.get(secret).isPresent()) {
            problems.add(secret + " and " + fileOfIt + ": both are set; keep one of them");
        }
        Map<String, String> all = new HashMap<>(variables);
        all.put(secret, read(file.get(), problems).strip());
        return all;
    }

    private static String read(Path file, List<String> problems) {
        try {
            return text(file, problems);
        } catch (CharacterCodingException notText) {
            problems.add(file + ": is not text in UTF-8; save it as UTF-8, or name another file");
        } catch (IOException unreadable) {
            problems.add(file + ": " + why(file));
        }
        return "{}";
    }

    private static String text(Path file, List<String> problems) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
            problems.add(
                    file + ": has more than " + LARGEST / 1024 + " kB, which no such file needs; name another file");
            return "{}";
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String why(Path file) {
        if (Files.isDirectory(file)) {
            return "is a directory; name the file in it";
        }
        return Files.exists(file)
                ? "cannot be read; let the user who runs Turnstone read it (chmod, chown)"
                : "is not there; create it, or name another file";
    }
}
