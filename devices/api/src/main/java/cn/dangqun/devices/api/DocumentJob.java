package cn.dangqun.devices.api;

/// One order to print or to keep. `number` comes from the caller's journal and never repeats. `name` is what
/// the queue and the stick show, such as `2026-11-29-支部党员大会-签到表`; no person's name belongs in it. The
/// pages are not copied: do not change them.
public final class DocumentJob {
    private static final int NAME_MAX = 80;

    private final long number;
    private final String name;
    private final byte[] pdf;

    public DocumentJob(long number, String name, byte[] pdf) {
        if (number < 1) {
            throw new IllegalArgumentException("print jobs are numbered from 1");
        }
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("a document has a name of at most " + NAME_MAX + " characters");
        }
        this.number = number;
        this.name = name;
        this.pdf = pdf;
    }

    public long number() {
        return number;
    }

    public String name() {
        return name;
    }

    public byte[] pdf() {
        return pdf;
    }

    /// Silent about its content, which names people.
    @Override
    public String toString() {
        return "DocumentJob[" + number + ", " + pdf.length + " bytes]";
    }
}
