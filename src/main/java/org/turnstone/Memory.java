package org.turnstone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process takes of the machine's memory, where the system tells. Stateless. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KIB = 1024;

    private Memory() {}

    /** In bytes; not a number where the system does not tell. */
    static double resident() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
