package cn.dangqun.kiosk.db;

import java.util.ArrayList;
import java.util.List;

/// What a row that is larger than a page holds: its beginning in the page of the row, the rest in a chain of pages,
/// each beginning with the number of the next. See <https://www.sqlite.org/fileformat2.html#ovflpgs>.
final class OverflowChain {
    private static final int POINTER = Integer.BYTES;
    /// From one first page not more ways than these are told, nor more pages than these tried.
    private static final int MOST_FOUND = 16;
    private static final int MOST_TRIED = 4096;
    private static final int MOST_FIRST = 64;

    private final RawPages pages;
    private final byte[] payload;
    private final List<byte[]> found = new ArrayList<>();
    private int tried;
    private int enough;

    private OverflowChain(RawPages pages, int size) {
        this.pages = pages;
        this.payload = new byte[size];
    }

    /// The largest row of a table that stays in one page.
    static int mostInPlace(int usable) {
        return usable - 35;
    }

    /// How many bytes of a row of `size` that is larger lie in its own page.
    static int local(int usable, int size) {
        int least = (usable - 12) * 32 / 255 - 23;
        int evenly = least + (size - least) % (usable - POINTER);
        return evenly <= mostInPlace(usable) ? evenly : least;
    }

    /// Every row of `size` that may begin at `from`: more than one where several copies of a page are left, none where
    /// the chain is broken. Which of them was written, if any, its finder must know.
    static List<byte[]> rows(RawPages pages, RawPages.Source source, int from, int size) {
        var bytes = pages.bytes(source);
        int local = local(pages.usable(), size);
        int pointer = from + local;
        if (pointer + POINTER > pages.endOfPage(source, from)) {
            return List.of();
        }
        int first = (bytes[pointer] & 0xFF) << 24
                | (bytes[pointer + 1] & 0xFF) << 16
                | (bytes[pointer + 2] & 0xFF) << 8
                | (bytes[pointer + 3] & 0xFF);
        var copies = pages.copies(first, pages.timeOf(source, from));
        if (copies.isEmpty()) {
            return List.of();
        }
        var chain = new OverflowChain(pages, size);
        System.arraycopy(bytes, from, chain.payload, 0, local);
        copies.stream().limit(MOST_FIRST).forEach(copy -> chain.begin(copy, local));
        return chain.found;
    }

    private void begin(RawPages.Copy first, int filled) {
        tried = 0;
        enough = found.size() + MOST_FOUND;
        take(first, filled);
    }

    /// Ends, since every page adds to what is filled, and goes no further than the row.
    private void take(RawPages.Copy page, int filled) {
        int length = Math.min(payload.length - filled, pages.usable() - POINTER);
        boolean isLast = filled + length == payload.length;
        int next = page.content().getInt(0);
        tried++;
        if (isLast != (next == 0)) {
            return; // the chain is too long or too short
        }
        page.content().get(POINTER, payload, filled, length);
        if (isLast) {
            found.add(payload.clone());
            return;
        }
        for (var copy : pages.copies(next, page.time())) {
            if (tried < MOST_TRIED && found.size() < enough) {
                take(copy, filled + length);
            }
        }
    }
}
