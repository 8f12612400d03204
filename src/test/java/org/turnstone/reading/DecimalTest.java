package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @Test
    void every_number_is_the_one_that_java_reads() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            String written = String.format(Locale.ROOT, "%." + random.nextInt(6) + "f", random.nextGaussian() * 100);
            double read = Decimal.parse("x" + written + "\t", 1, written.length() + 1);
            assertThat(read).as(written).isEqualTo(Double.parseDouble(written));
            assertThat((float) read).as(written).isEqualTo(Float.parseFloat(written));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.000",
                "7.",
                ".5",
                "123456789.123456789",
                "1e-3",
                "-1E5",
                "0.0000001",
                "9999999",
                "Infinity"
            })
    void unusual_ways_of_writing_are_read_too(String written) {
        assertThat(Decimal.parse(written, 0, written.length())).isEqualTo(Double.parseDouble(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "-.", "1.2.3", "--1", "1-", "one", "0,5", "\u0661"})
    void what_is_no_number_is_refused(String written) {
        assertThatThrownBy(() -> Decimal.parse(written, 0, written.length())).isInstanceOf(NumberFormatException.class);
    }
}
