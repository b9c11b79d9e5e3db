package cn.dangqun.kiosk.guide;

import cn.dangqun.domain.queue.Audience;
import java.util.List;
import java.util.Optional;

/// What 办事指南 shows.
sealed interface GuideState {
    record Loading() implements GuideState {}

    /// The street has sent no catalogue yet.
    record Empty() implements GuideState {}

    /// Those for one audience, or all.
    record Browsing(List<GuideEntry> all, Optional<Audience> audience) implements GuideState {
        public Browsing {
            all = List.copyOf(all);
        }

        List<GuideEntry> shown() {
            return all.stream()
                    .filter(each ->
                            audience.isEmpty() || each.service().audiences().contains(audience.get()))
                    .toList();
        }
    }

    /// Those whose names have characters that begin so, one letter each.
    record Finding(List<GuideEntry> all, String letters, List<GuideEntry> found) implements GuideState {
        public Finding {
            all = List.copyOf(all);
            found = List.copyOf(found);
        }
    }

    /// `from` is where one goes back to.
    record One(GuideEntry entry, GuideState from, Paper paper) implements GuideState {}

    /// What became of the page on paper.
    enum Paper {
        NOT_ASKED,
        UNDER_WAY,
        PRINTED,
        /// No printer, or no paper: the code takes it along
        NONE
    }
}
