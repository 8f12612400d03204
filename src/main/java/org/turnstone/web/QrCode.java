package org.turnstone.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A link as a QR code, for a terminal and for a page. Its quiet zone of four modules, without which cameras do not find it
 * (ISO/IEC 18004), is part of it. Immutable; threads may share one.
 */
public final class QrCode {
    private static final int QUIET_ZONE = 4;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** @param link at most about 2,000 characters */
    public static QrCode of(String link) {
        try {
            Map<EncodeHintType, Object> hints =
                    Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L);
            return new QrCode(new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + link.length() + " characters", e);
        }
    }

    /** Modules a side, quiet zone included. */
    public int size() {
        return modules.getWidth();
    }

    /**
     * Two modules one above the other in each character, light drawn and dark left out: most terminals are dark, and a camera
     * reads a code either way round.
     */
    public String inHalfBlocks() {
        return IntStream.iterate(0, y -> y < size(), y -> y + 2)
                .mapToObj(y -> IntStream.range(0, size())
                        .mapToObj(x -> halfBlock(isLight(x, y), isLight(x, y + 1)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private boolean isLight(int x, int y) {
        return y < size() && !modules.get(x, y);
    }

    private static String halfBlock(boolean upper, boolean lower) {
        if (upper) {
            return lower ? "\u2588" : "\u2580";
        }
        return lower ? "\u2584" : " ";
    }

    /** The dark modules as an SVG path in a square of {@link #size()} units. */
    String asPath() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
