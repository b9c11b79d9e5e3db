package cn.dangqun.config.profile.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Strict JSON: no duplicate names, nothing after the end, exact decimal numbers. Thread-safe.
public final class JsonText {
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /// @throws UnreadableException when there is no such file, or it is not UTF-8 or not JSON
    public static JsonNode read(Path file) throws UnreadableException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            throw new UnreadableException(Wording.say("file.missing"), missing);
        } catch (IOException unreadable) {
            throw new UnreadableException(Wording.say("file.unreadable"), unreadable);
        }
    }

    /// @throws UnreadableException when the bytes are not UTF-8 or not JSON
    public static JsonNode parse(byte[] utf8) throws UnreadableException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            // a mark that editors put before UTF-8 is no part of JSON
            var node = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (node.isMissingNode()) {
                throw new UnreadableException(Wording.say("file.empty"));
            }
            return node;
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableException(Wording.say("file.not_utf8"), notUtf8);
        } catch (JacksonException notJson) {
            var at = notJson.getLocation();
            int line = at == null ? 0 : at.getLineNr();
            int column = at == null ? 0 : at.getColumnNr();
            throw new UnreadableException(
                    Wording.say(
                            "file.not_json", "line", line, "column", column, "detail", notJson.getOriginalMessage()),
                    notJson);
        }
    }
}
