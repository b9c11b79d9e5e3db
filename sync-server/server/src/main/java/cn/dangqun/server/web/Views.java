package cn.dangqun.server.web;

import cn.dangqun.server.text.Texts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/// Fills the templates that were compiled with the program. Every template gets `texts`. Thread-safe.
public final class Views {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;

    public Views(Texts texts) {
        this.texts = texts;
    }

    public String fill(String template, Map<String, Object> model) {
        var parameters = new HashMap<>(model);
        parameters.put("texts", texts);
        var output = new StringOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }

    public Texts texts() {
        return texts;
    }
}
