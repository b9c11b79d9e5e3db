package cn.dangqun.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.Await;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.roster.Clerk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A clerk who brings rosters in files and lets them in.
record Bringer(Clerk clerk) {
    HttpResponse<String> bring(Visitor visitor, String name, byte[] content, Map<String, String> fields) {
        var boundary = "----roster";
        var body = new ByteArrayOutputStream();
        try {
            for (var each : fields.entrySet()) {
                body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + each.getKey()
                                + "\"\r\n\r\n" + each.getValue() + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return visitor.send(visitor.request("/roster/intakes")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /// The page of the intake when it has been read.
    String read(String rows) {
        return read("名册.csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    String read(String name, byte[] content) {
        var token = clerk.keeper.token("/roster/intakes");
        var answer = bring(clerk.keeper, name, content, Map.of("_csrf", token, "status", "FULL", "branch", ""));
        assertEquals(303, answer.statusCode(), answer.body());
        var address = answer.headers().firstValue("Location").orElseThrow();
        arrives(address, page -> !page.contains("data-state=\"READING\""));
        return address;
    }

    /// As long as it gets on.
    private void arrives(String address, Predicate<String> there) {
        var before = clerk.page(address);
        while (!there.test(before)) {
            var last = progress(before);
            Await.until("it gets on", () -> {
                var page = clerk.page(address);
                return there.test(page) || !progress(page).equals(last);
            });
            before = clerk.page(address);
        }
    }

    private static String progress(String page) {
        var found = Pattern.compile("<progress[^>]*>").matcher(page);
        return found.find() ? found.group() : "";
    }

    int rows(String address, String outcome) {
        var tab = Pattern.compile("data-outcome=\"" + outcome + "\" data-rows=\"(\\d+)\"")
                .matcher(clerk.page(address));
        assertTrue(tab.find());
        return Integer.parseInt(tab.group(1));
    }

    void apply(String address) {
        clerk.made(address + "/application", Map.of("moved-on", "2026-11-20"));
        arrives(address, page -> page.contains("data-state=\"DONE\""));
    }

    int members(String branch) {
        var found = Pattern.compile("共 (\\d+) 人").matcher(clerk.page("/roster?branch=" + branch));
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }
}
