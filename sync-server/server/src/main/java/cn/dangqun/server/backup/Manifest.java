package cn.dangqun.server.backup;

import cn.dangqun.server.ledger.ChainCheck;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// What a backup says of itself: the moment it holds, whose it is, the SHA-256 of each part, and where each chain ends.
record Manifest(Instant madeAt, String program, String ca, Map<String, String> parts, Map<String, String> chains) {
    private static final String PART = "part.";
    private static final String CHAIN = "chain.";

    Manifest {
        parts = Map.copyOf(parts);
        chains = Map.copyOf(chains);
    }

    /// Kiosk and epoch, and where that chain ends.
    static Map<String, String> ends(List<ChainCheck.Chain> chains) {
        return chains.stream()
                .collect(Collectors.toMap(
                        each -> each.kiosk() + "." + each.epoch(), each -> each.through() + " " + each.hash()));
    }

    byte[] written() throws IOException {
        var lines = new Properties();
        lines.setProperty("made", madeAt.toString());
        lines.setProperty("program", program);
        lines.setProperty("ca", ca);
        parts.forEach((name, sum) -> lines.setProperty(PART + name, sum));
        chains.forEach((name, end) -> lines.setProperty(CHAIN + name, end));
        var text = new StringWriter();
        lines.store(text, null);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Manifest read(byte[] written) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(new String(written, StandardCharsets.UTF_8)));
        try {
            return new Manifest(
                    Instant.parse(lines.getProperty("made", "")),
                    lines.getProperty("program", ""),
                    lines.getProperty("ca", ""),
                    under(lines, PART),
                    under(lines, CHAIN));
        } catch (DateTimeParseException e) {
            throw new IOException("a manifest without its time", e);
        }
    }

    private static Map<String, String> under(Properties lines, String prefix) {
        var found = new HashMap<String, String>();
        for (var name : lines.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), lines.getProperty(name));
            }
        }
        return found;
    }
}
