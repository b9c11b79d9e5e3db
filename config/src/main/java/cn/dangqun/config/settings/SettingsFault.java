package cn.dangqun.config.settings;

/// One thing wrong in a settings file: where (`server.port`) and what, in Chinese for the person who keeps the file.
public record SettingsFault(String where, String what) {
    @Override
    public String toString() {
        return where + "：" + what;
    }
}
