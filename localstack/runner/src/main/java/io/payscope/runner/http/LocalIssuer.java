package io.payscope.runner.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.payscope.core.config.Setting;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues tokens for local use, signed with a key that is made once per machine and readable by its owner only. */
public final class LocalIssuer {

    private static final int KEY_BITS = 2048;
    private static final Duration LIFETIME = Duration.ofHours(12);

    private static final Logger LOG = LoggerFactory.getLogger(LocalIssuer.class);

    private final RSAKey key;

    private LocalIssuer(RSAKey key) {
        this.key = key;
    }

    /**
     * The issuer of this machine.
     *
     * @return the issuer with its key from the user's configuration folder, made at the first call
     * @throws ConfigFault if the key file cannot be written or read
     */
    public static LocalIssuer ofMachine() {
        String configured = System.getenv("XDG_CONFIG_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(configured);
        return of(base.resolve("payscope").resolve("local-issuer.jwk"));
    }

    static LocalIssuer of(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return new LocalIssuer(RSAKey.parse(Files.readString(file)));
        } catch (IOException | ParseException e) {
            throw new ConfigFault("cannot read or write the local issuer's key " + file, e);
        } catch (JOSEException e) {
            throw new BugFault("cannot make an RSA key", e);
        }
    }

    /** Written aside and linked into place, so that nobody ever reads half a key; the first of two writers wins. */
    private static void create(Path file) throws IOException, JOSEException {
        Files.createDirectories(file.getParent());
        RSAKey made = new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
        Path draft = Files.createTempFile(
                file.getParent(),
                "issuer",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, made.toJSONString());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            LOG.info("another command made {} first", file);
        } finally {
            Files.delete(draft);
        }
    }

    /**
     * Issues a token.
     *
     * @param subject whom it speaks for
     * @param role its role claim
     * @param now time of issue
     * @return a signed compact JWT
     */
    public String token(String subject, String role, Instant now) {
        return token(subject, role, null, now);
    }

    /**
     * Issues a token that is bound to a bank.
     *
     * @param subject whom it speaks for
     * @param role its role claim
     * @param bank its bank claim, or null for none
     * @param now time of issue
     * @return a signed compact JWT
     */
    public String token(String subject, String role, @Nullable BankId bank, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(Setting.JWT_ISSUER.defaultValue().orElseThrow())
                .audience(Setting.JWT_AUDIENCE.defaultValue().orElseThrow())
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("role", role)
                .claim("bank", bank == null ? null : bank.value())
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new BugFault("cannot sign a token", e);
        }
        return jwt.serialize();
    }

    /** @return the public half, as a JWK set */
    String publicKeys() {
        return new JWKSet(key).toPublicJWKSet().toString();
    }
}
