package cn.dangqun.kiosk.card;

import cn.dangqun.kiosk.card.CardDesk.Person;
import cn.dangqun.kiosk.card.CardDesk.Reason;
import cn.dangqun.kiosk.card.CardsState.Word;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 绑卡: letters and names, then the card; and whose a card is.
final class CardsScreen extends StackPane {
    private static final int PER_PAGE = 5;
    private static final int COLUMNS = 9;

    private final CardsViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable back;
    private final KeyPad pad;

    CardsScreen(CardsViewModel model, Look look, Runnable back) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.back = back;
        // the same keys while somebody types, so that no press is lost
        this.pad = KeyPad.letters(texts, COLUMNS, model::type, model::erase);
        setId("cards");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(CardsState state) {
        switch (state) {
            case CardsState.Shut _ -> getChildren().clear();
            case CardsState.Looking looking -> looking(looking);
            case CardsState.Waiting(var member) ->
                show(
                        new Notice(
                                Glyph.CONTACTLESS,
                                texts.get("card.wait", member.name()),
                                texts.get("card.wait.next", member.branch())),
                        again());
            case CardsState.Whose whose -> whose(whose);
            case CardsState.Asking asking -> asking(asking.whose());
            case CardsState.Told told -> show(told(told), again());
        }
    }

    private void show(Node body, ActionButton... buttons) {
        var leave = new ActionButton(texts.get("card.back"), back, "outline", "corner-door").withIcon(Glyph.BACK);
        leave.setId("corner");
        var all = Stream.concat(Stream.of(buttons), Stream.of(leave)).toArray(ActionButton[]::new);
        getChildren().setAll(page().body(body).foot(all));
    }

    private Page page() {
        return new Page(look, texts.get("card.title"), texts.get("card.subtitle"));
    }

    private ActionButton again() {
        var button = new ActionButton(texts.get("card.again"), model::look, "outline", "corner-door");
        button.setId("again");
        return button;
    }

    private void looking(CardsState.Looking looking) {
        var typed = looking.letters().isEmpty() ? texts.get("card.letters.none") : looking.letters();
        var head = new VBox(
                Labels.of(texts.get("card.letters"), "type-24", "quiet"),
                Labels.fixed(typed, "type-44", "bold", "ink"));
        var list = new PagedList<>(texts, looking.found(), PER_PAGE, this::row);
        // the keys are typed on while the list grows shorter
        var turner = look.isPortrait() ? Optional.of(list.takeSteadyTurner()) : list.takeTurner();
        Node names = looking.found().isEmpty() ? Labels.of(texts.get("card.nobody"), "type-32", "amber") : list;
        var leave = new ActionButton(texts.get("card.back"), back, "outline", "corner-door").withIcon(Glyph.BACK);
        leave.setId("corner");
        var page = page().body(look.isPortrait() ? column(head, names) : row(head, names));
        turner.ifPresent(page::beside);
        getChildren().setAll(page.foot(leave));
    }

    /// What is touched stands within reach, below the upper third.
    private Node column(Node head, Node names) {
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var column = new VBox(head, space, names, pad);
        column.getStyleClass().add("gap-24");
        column.setAlignment(Pos.TOP_CENTER);
        return column;
    }

    private Node row(Node head, Node names) {
        var left = new VBox(head, pad);
        left.getStyleClass().add("gap-24");
        HBox.setHgrow(names, Priority.ALWAYS);
        var row = new HBox(left, names);
        row.getStyleClass().add("gap-24");
        return row;
    }

    private Node row(Person person) {
        var button = new ActionButton(
                texts.get("card.person", person.name(), person.branch()), () -> model.choose(person), "outline");
        button.setId("person-" + person.id().value());
        button.setWrapText(true);
        return button;
    }

    private void whose(CardsState.Whose whose) {
        if (whose.holder().isEmpty()) {
            show(new Notice(Glyph.QUESTION, texts.get("card.nobodys"), texts.get("card.nobodys.next")), again());
            return;
        }
        var holder = whose.holder().get();
        var words = texts.get("card.whose", holder.name());
        var next = whose.wanted()
                .map(wanted -> texts.get("card.anothers", wanted.name(), holder.name()))
                .orElseGet(() -> texts.get("card.whose.next", holder.branch()));
        show(
                new Notice(Glyph.MEMBER_CARD, words, next),
                retire(Reason.LOST, "card.retire.lost"),
                retire(Reason.REPLACED, "card.retire.replaced"),
                retire(Reason.BY_MISTAKE, "card.retire.mistake"),
                again());
    }

    private ActionButton retire(Reason reason, String key) {
        var button = new ActionButton(texts.get(key), () -> model.retire(reason), "outline", "corner-door");
        button.setId("retire-" + reason.name());
        return button;
    }

    private void asking(CardsState.Whose whose) {
        var name = whose.holder().map(Person::name).orElse("");
        var yes = new ActionButton(texts.get("card.retire.yes"), model::yes, "outline", "corner-door");
        yes.setId("yes");
        var no = new ActionButton(texts.get("card.retire.no"), model::no, "primary").withIcon(Glyph.BACK);
        no.setId("no");
        getChildren()
                .setAll(page().body(new Notice(
                                Glyph.QUESTION, texts.get("card.retire.ask", name), texts.get("card.retire.ask.next")))
                        .foot(yes, no));
    }

    private Node told(CardsState.Told told) {
        var name = told.about().map(Person::name).orElse("");
        return switch (told.word()) {
            case Word.BOUND -> new Notice(Glyph.CHECK, texts.get("card.bound", name), texts.get("card.bound.next"));
            case Word.RETIRED ->
                new Notice(Glyph.CHECK, texts.get("card.retired", name), texts.get("card.retired.next"));
            case Word.NOT_SAVED -> new Notice(Glyph.CROSS, texts.get("card.notsaved"), texts.get("card.notsaved.next"));
            case Word.CODE -> new Notice(Glyph.CODE, texts.get("card.code"), texts.get("card.code.next"));
            case Word.MISREAD ->
                new Notice(Glyph.EXCLAMATION, texts.get("card.misread"), texts.get("card.misread.next"));
        };
    }
}
