package cn.dangqun.server.contact;

import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestState.Taken;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.server.contact.ContactModel.Line;
import cn.dangqun.server.contact.ContactModel.One;
import cn.dangqun.server.contact.ContactReader.Request;
import cn.dangqun.server.contact.ResidentNotes.Note;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Writes the page of one request or visit. Call it inside one read transaction.
record OneContactPage(ContactPage page, Texts texts, Times times, ContactWords words) {
    /// What a form came back with.
    record Refused(List<String> problems, ContactModel.Typed typed) {
        static final Refused NOT = new Refused(List.of(), new ContactModel.Typed("", ""));
    }

    /// `opens`: with who asked and what was said, for who may.
    One write(Handle handle, Request request, Viewer viewer, boolean opens, Refused refused) {
        var names = new Answerers(handle);
        boolean may = RequestDesk.isOf(request, viewer);
        boolean open = opens && may;
        var notes = new ResidentNotes(handle);
        var note = notes.open(request.applicant());
        var steps = new RequestStore(handle).steps(request.id());
        boolean sealed =
                note.isPresent() || steps.stream().anyMatch(each -> each.words().isPresent());
        return new One(
                page.row(request, names),
                "/books/" + request.organization().value() + "/volumes/contact?year="
                        + request.day().getYear(),
                names.name(request.responder()),
                times.when(request.filedAt()),
                request.state().closed().map(times::when).orElse(""),
                request.stars().isPresent()
                        ? texts.get("contact.one.stars", request.stars().getAsInt())
                        : "",
                note.map(each -> told(each, open, may)).orElseGet(() -> texts.get("contact.one.anonymous")),
                may && !open && sealed ? ContactRoutes.opened(request.id()) : "",
                note.filter(_ -> open).map(this::lines).orElseGet(List::of),
                note.filter(_ -> open).map(OneContactPage::said).orElse(""),
                steps.stream().map(each -> step(each, names, notes, open)).toList(),
                acts(request, viewer),
                names.around(request.organization(), "").stream()
                        .filter(each ->
                                !each.value().equals(request.state().answers().text()))
                        .toList(),
                refused.problems(),
                refused.typed(),
                times.today().toString());
    }

    /// Why nothing of it can be read; empty where it can.
    private String told(Note note, boolean open, boolean may) {
        return switch (note) {
            case Note.Forgotten() -> texts.get("contact.one.forgotten");
            case Note.Missing() -> texts.get("contact.one.missing");
            case Note.Open _ when open -> "";
            case Note.Open _ -> texts.get(may ? "contact.one.sealed" : "contact.one.sealedForOthers");
        };
    }

    private List<Line> lines(Note note) {
        return note instanceof Note.Open(var resident)
                ? Stream.of(
                                new Line(texts.get("contact.field.name"), resident.name()),
                                new Line(texts.get("contact.field.phone"), resident.phone()),
                                new Line(texts.get("contact.field.address"), resident.address()))
                        .filter(each -> !each.value().isEmpty())
                        .toList()
                : List.of();
    }

    private static String said(Note note) {
        return note instanceof Note.Open(var resident) ? resident.words() : "";
    }

    private ContactModel.Step step(RequestStore.Step step, Answerers names, ResidentNotes notes, boolean open) {
        var what = step.taken()
                .to()
                .map(to -> texts.get("contact.one.handedTo", names.name(to)))
                .orElseGet(() -> words.step(step.taken().step()));
        var until = step.taken()
                .newDue()
                .map(day -> texts.get("contact.one.until", day.toString()))
                .orElse("");
        var note = notes.open(step.words());
        return new ContactModel.Step(
                times.when(step.taken().at()),
                names.name(step.by()),
                what + until,
                note.map(each -> open && each instanceof Note.Open
                                ? said(each)
                                : each instanceof Note.Open
                                        ? texts.get("contact.one.wordsSealed")
                                        : told(each, open, true))
                        .orElse(""),
                !step.fits());
    }

    /// Whatever the viewer may do with it as it stands.
    private List<Choice> acts(Request request, Viewer viewer) {
        var anybody = Optional.of(Answerer.staff("-"));
        return Arrays.stream(RequestStep.values())
                .filter(RequestStep::isDone)
                .filter(step -> RequestDesk.mayTake(request, step, viewer) || RequestDesk.assigns(step, viewer))
                .filter(step -> request.state()
                        .after(new Taken(step, anybody, Optional.empty(), times.now()))
                        .isPresent())
                .map(step -> new Choice(step.name(), words.step(step), false))
                .toList();
    }
}
