package cn.dangqun.kiosk.window;

/// Text as HTML. Whatever comes from people goes through here.
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// An element with escaped text.
    static String of(String element, String classes, String text) {
        return "<" + element + (classes.isEmpty() ? "" : " class=\"" + classes + "\"") + ">" + escape(text) + "</"
                + element.replaceAll(" .*", "") + ">";
    }

    /// A whole page; `script` and `sheet` are paths.
    static String page(String title, String sheet, String script, String body) {
        return """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%s">
                %s</head>
                %s
                </html>
                """.formatted(
                        escape(title),
                        sheet,
                        script.isEmpty() ? "" : "<script src=\"%s\" defer></script>\n".formatted(script),
                        body);
    }
}
