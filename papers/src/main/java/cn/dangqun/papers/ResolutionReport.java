package cn.dangqun.papers;

import java.time.LocalDate;
import java.util.List;

/// The report of a resolution to the superior committee, laid out as official papers are: title, whom it is to,
/// text, attachments, whose it is, date, and room for the seal. `number` is the paper's own, or empty.
public record ResolutionReport(
        String from,
        String to,
        String title,
        String number,
        List<String> paragraphs,
        List<String> attachments,
        LocalDate date)
        implements Paper {
    public ResolutionReport {
        paragraphs = List.copyOf(paragraphs);
        attachments = List.copyOf(attachments);
        if (from.isBlank() || to.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a report has a sender, a receiver and a title");
        }
    }

    @Override
    public String toString() {
        return "ResolutionReport[" + paragraphs.size() + " paragraphs]";
    }
}
