package cn.dangqun.config.wall;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.JsonText;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.config.profile.json.UnreadableException;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlotId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The frames and the official texts that come with the product. Immutable; safe for any thread.
public final class WallLibrary {
    private static final WallSlotId OATH = new WallSlotId("oath");

    private final WallCatalogue catalogue;
    private final List<PackText> texts;

    private WallLibrary(WallCatalogue catalogue, List<PackText> texts) {
        this.catalogue = catalogue;
        this.texts = List.copyOf(texts);
    }

    /// @throws IllegalStateException when the program was built with faulty data
    public static WallLibrary shipped() {
        if (!(read(resource("catalogue.json")) instanceof WallReading.Accepted(var catalogue))) {
            throw new IllegalStateException("the shipped wall catalogue is faulty");
        }
        var faults = new ArrayList<Fault>();
        var texts = PackReader.read(Place.root(resource("texts.json"), faults), catalogue);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the shipped wall texts are faulty: " + faults);
        }
        return new WallLibrary(catalogue, texts);
    }

    /// Reads a catalogue, a street's own for instance.
    public static WallReading read(JsonNode document) {
        var faults = new ArrayList<Fault>();
        var slots = CatalogueReader.read(Place.root(document, faults));
        return faults.isEmpty() ? new WallReading.Accepted(new WallCatalogue(slots)) : new WallReading.Refused(faults);
    }

    private static JsonNode resource(String file) {
        try (var stream = WallLibrary.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("shipped wall file " + file + " is missing");
            }
            return JsonText.parse(stream.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (UnreadableException broken) {
            throw new IllegalStateException("shipped wall file " + file + " is not JSON", broken);
        }
    }

    public WallCatalogue catalogue() {
        return catalogue;
    }

    /// The text to begin a frame's first version from, where the product has one.
    public Optional<PackText> textFor(WallSlotId slot) {
        return texts.stream().filter(each -> each.slot().equals(slot)).findFirst();
    }

    /// Whether the program shows its own text in this frame while nothing else hangs there.
    public boolean isNeverBlank(WallSlotId slot) {
        return slot.equals(OATH);
    }

    /// The oath as it came with the program, for a wall on which nothing else hangs (F-35).
    public Hanging lastResort() {
        var slot = catalogue.find(OATH).orElseThrow();
        var oath = textFor(OATH).orElseThrow();
        return new Hanging(
                slot,
                new WallPiece(
                        new WallPieceId("built-in"),
                        OATH,
                        new WallPlace.Street(),
                        1,
                        WallClassification.PUBLIC_TEXT,
                        oath.text(),
                        Optional.of(oath.source()),
                        Validity.from(LocalDate.EPOCH),
                        LocalDate.EPOCH));
    }
}
