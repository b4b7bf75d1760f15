package org.sprechstunde.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One of the ways in which the page can be looked at. */
record Look(int width, ColorScheme scheme, String language, ForcedColors forced) {
    private static final List<Integer> WIDTHS = List.of(390, 768, 1280);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    /** As most people do. */
    static final Look USUAL = new Look(1280, ColorScheme.LIGHT, "de", ForcedColors.NONE);

    /** Every width in every scheme. */
    static List<Look> sizes() {
        return WIDTHS.stream()
                .flatMap(width -> SCHEMES.stream().map(scheme -> new Look(width, scheme, "de", ForcedColors.NONE)))
                .toList();
    }

    /** The same in both languages, and with forced colours. */
    static List<Look> all() {
        return sizes().stream()
                .flatMap(look -> Stream.of(
                        look,
                        new Look(look.width, look.scheme, "en", ForcedColors.NONE),
                        new Look(look.width, look.scheme, "de", ForcedColors.ACTIVE)))
                .toList();
    }

    /** Shows the page so, as it stands. */
    void at(Page page) {
        page.setViewportSize(width, width < 700 ? 844 : 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        page.evaluate("wanted => document.querySelector('mayors-page').speak(wanted)", language);
    }

    String name() {
        String colours = forced == ForcedColors.ACTIVE ? "forced-" : "";
        return "%d-%s%s-%s".formatted(width, colours, scheme.name().toLowerCase(Locale.ROOT), language);
    }
}
