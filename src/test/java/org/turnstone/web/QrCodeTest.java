package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A camera would read what we draw: a decoder does. */
class QrCodeTest {
    private static final String LINK =
            "http://192.168.178.123:8420/r/AbCdEfGhIjKl/2#0123456789abcdefghijklmnopqrstuvABCDEFGH";
    private static final int PIXELS = 6;

    @Test
    void the_blocks_in_a_terminal_read_as_the_link() throws Exception {
        QrCode code = QrCode.of(LINK);
        boolean[][] dark = new boolean[code.size() + 1][code.size()];
        String[] rows = code.inHalfBlocks().split("\n");
        for (int row = 0; row < rows.length; row++) {
            assertThat(rows[row]).hasSize(code.size());
            for (int x = 0; x < code.size(); x++) {
                char block = rows[row].charAt(x);
                dark[2 * row][x] = block == ' ' || block == '\u2584';
                dark[2 * row + 1][x] = block == ' ' || block == '\u2580';
            }
        }
        assertThat(read(dark, code.size())).isEqualTo(LINK);
    }

    @Test
    void the_drawing_in_a_page_reads_as_the_link() throws Exception {
        QrCode code = QrCode.of(LINK);
        boolean[][] dark = new boolean[code.size()][code.size()];
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.asPath());
        while (square.find()) {
            dark[Integer.parseInt(square.group(2))][Integer.parseInt(square.group(1))] = true;
        }
        assertThat(read(dark, code.size())).isEqualTo(LINK);
    }

    @Test
    void it_stands_free_on_every_side() {
        QrCode code = QrCode.of(LINK);
        assertThat(code.asPath()).doesNotContain("M0 ", "M3 ", "M" + (code.size() - 4) + " ");
        assertThat(code.asPath()).contains("M4 4h");
    }

    private static String read(boolean[][] dark, int size) throws Exception {
        int side = size * PIXELS;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (dark[y / PIXELS][x / PIXELS]) {
                    pixels[y * side + x] = 0;
                }
            }
        }
        var source = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
