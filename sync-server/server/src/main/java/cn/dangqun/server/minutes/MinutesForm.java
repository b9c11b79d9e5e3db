package cn.dangqun.server.minutes;

import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.util.Optional;

/// Reads what somebody typed as minutes. Whether there was another opinion has to be said.
record MinutesForm(Form form, Visit visit) {
    private enum Dissent {
        NONE,
        SOME
    }

    /// Empty when something is wrong, which the form tells.
    Optional<Minutes.Text> text() {
        var chair = form.text("chair", Minutes.LONGEST_NAME);
        var recorder = form.text("recorder", Minutes.LONGEST_NAME);
        var topic = form.text("topic", Minutes.LONGEST_TOPIC);
        var points = form.paragraphs("points", Minutes.LONGEST_TEXT).orElse("");
        var said = form.requiredChoice("dissent", Dissent.class);
        var words = form.paragraphs("dissentWords", Minutes.LONGEST_TEXT);
        var resolutions = form.paragraphs("resolutions", Minutes.LONGEST_TEXT).orElse("");
        if (said.equals(Optional.of(Dissent.SOME)) && words.isEmpty()) {
            form.missing("dissentWords");
        }
        if (said.equals(Optional.of(Dissent.NONE)) && words.isPresent()) {
            form.contradiction("dissent", "dissentWords");
        }
        return form.isGood()
                ? Optional.of(new Minutes.Text(chair, recorder, topic, points, words, resolutions))
                : Optional.empty();
    }

    static MinutesModel.Fields typed(Visit visit) {
        return new MinutesModel.Fields(
                visit.form("chair"),
                visit.form("recorder"),
                visit.form("topic"),
                visit.form("points"),
                visit.form("dissent"),
                visit.form("dissentWords"),
                visit.form("resolutions"));
    }
}
