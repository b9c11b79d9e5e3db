package cn.dangqun.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals values of rows with a synthetic nonce (RFC 5297, with HMAC-SHA256 for S2V): the first 16 bytes are an HMAC of
/// place and value, and with them as its counter AES-256-CTR hides the value. The nonce follows from the value, so that
/// disks put back and disks copied, which write other values under the same numbers, never use one twice. For one
/// thread at a time.
public final class PlacedSeal {
    public static final int TAG_BYTES = 16;

    // looking for them among the providers takes longer than sealing a row
    private final Mac mac;
    private final Cipher cipher;
    private final SecretKeySpec hiding;

    /// `of`: what is to be sealed; the same key seals other things otherwise.
    public PlacedSeal(byte[] key, String of) {
        if (key.length < 32) {
            throw new IllegalArgumentException("what seals rows needs at least 32 bytes");
        }
        try {
            mac = Mac.getInstance("HmacSHA256");
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            hiding = new SecretKeySpec(derived(key, of + " hiding"), "AES");
            mac.init(new SecretKeySpec(derived(key, of + " naming"), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC and AES", e);
        }
    }

    private byte[] derived(byte[] key, String what) throws GeneralSecurityException {
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(("dangqun " + what + " 1\n").getBytes(StandardCharsets.UTF_8));
    }

    /// [#TAG_BYTES] longer than `plain`; the same for the same value at the same place.
    public byte[] seal(String place, byte[] plain) {
        var tag = tag(place, plain);
        var sealed = Arrays.copyOf(tag, TAG_BYTES + plain.length);
        hide(Cipher.ENCRYPT_MODE, tag, plain, 0, sealed, TAG_BYTES);
        return sealed;
    }

    /// @throws AEADBadTagException when it was not sealed for this place with this key
    public byte[] open(String place, byte[] sealed) throws AEADBadTagException {
        if (sealed.length < TAG_BYTES) {
            throw new AEADBadTagException("too short to be sealed as " + place);
        }
        var tag = Arrays.copyOf(sealed, TAG_BYTES);
        var plain = new byte[sealed.length - TAG_BYTES];
        hide(Cipher.DECRYPT_MODE, tag, sealed, TAG_BYTES, plain, 0);
        if (!MessageDigest.isEqual(tag, tag(place, plain))) {
            throw new AEADBadTagException("not sealed as " + place);
        }
        return plain;
    }

    /// The first [#TAG_BYTES] of what [#seal] gives: names the value without telling it.
    public byte[] tag(String place, byte[] plain) {
        var name = place.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
        mac.update(name);
        return Arrays.copyOf(mac.doFinal(plain), TAG_BYTES);
    }

    private void hide(int mode, byte[] tag, byte[] from, int start, byte[] to, int at) {
        try {
            cipher.init(mode, hiding, new IvParameterSpec(tag));
            cipher.doFinal(from, start, from.length - start, to, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a counter hides everything", e);
        }
    }
}
