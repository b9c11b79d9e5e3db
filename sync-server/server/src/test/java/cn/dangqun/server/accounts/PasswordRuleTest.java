package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.server.accounts.PasswordRule.Weakness;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    @ParameterizedTest
    @CsvSource({
        "short 123, TOO_SHORT",
        "1234567890, COMMON",
        "19491001194910, COMMON",
        "Password2026!, COMMON",
        "dangyuan@2026, COMMON",
        "党员党员党员党员党员党员, COMMON",
        "aaaabbbbcccc, COMMON",
        "i am zhang.san, LIKE_LOGIN",
        "ZhangSan is here, LIKE_LOGIN"
    })
    void refusesWhatIsGuessedFirst(String password, Weakness weakness) {
        assertEquals(Optional.of(weakness), PasswordRule.weakness("zhang.san", password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse 42", "春眠不觉晓处处闻啼鸟", "wo jia zai changjiang bian", "x7-Kq.2mVp9"})
    void takesWhatIsHardToGuess(String password) {
        assertEquals(Optional.empty(), PasswordRule.weakness("zhang.san", password));
    }

    @Test
    void takesEveryPasswordThatItDraws() {
        for (int i = 0; i < 200; i++) {
            assertEquals(Optional.empty(), PasswordRule.weakness("admin", OneTimePassword.draw()));
        }
    }
}
