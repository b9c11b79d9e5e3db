package cn.dangqun.config.text;

import java.io.IOException;
import java.io.Serial;

/// A file that ought to be text and is none in any encoding known here.
public final class NotTextException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// The message.
    public static final String WHAT_TO_DO = "不是文本文件，或者文字编码不对。请用记事本打开，点“另存为”，编码选 UTF-8，再保存";

    NotTextException() {
        super(WHAT_TO_DO);
    }
}
