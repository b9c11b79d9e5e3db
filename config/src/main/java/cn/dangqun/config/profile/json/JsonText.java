package cn.dangqun.config.profile.json;

import cn.dangqun.config.text.EditedText;
import cn.dangqun.config.text.NotTextException;
import java.io.IOException;
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

    /// @throws UnreadableException when there is no such file, or it is no text or not JSON
    public static JsonNode read(Path file) throws UnreadableException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            throw new UnreadableException(Wording.say("file.missing"), missing);
        } catch (IOException unreadable) {
            throw new UnreadableException(Wording.say("file.unreadable"), unreadable);
        }
    }

    /// In whatever encoding [EditedText] reads.
    ///
    /// @throws UnreadableException when the bytes are no text or not JSON
    public static JsonNode parse(byte[] edited) throws UnreadableException {
        try {
            var node = MAPPER.readTree(EditedText.of(edited));
            if (node.isMissingNode()) {
                throw new UnreadableException(Wording.say("file.empty"));
            }
            return node;
        } catch (NotTextException notText) {
            throw new UnreadableException(Wording.say("file.not_text"), notText);
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
