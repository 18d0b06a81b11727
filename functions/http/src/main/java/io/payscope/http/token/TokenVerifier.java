package io.payscope.http.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Verifies the bearer token of a request: RS256 and nothing else, a named key of the issuer's published set, issuer,
 * audience and times. Keys named or carried inside the token are never looked at: such a token is refused. Claims:
 * {@code role}, one exact name of {@link Role}; {@code bank}, a whole number, for tokens that are bound to a bank.
 */
public final class TokenVerifier {

    private static final String SCHEME = "Bearer ";
    private static final int MAX_TOKEN_CHARACTERS = 8192;
    private static final String ROLE_CLAIM = "role";
    private static final String BANK_CLAIM = "bank";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * Creates a verifier.
     *
     * @param keys the issuer's published keys
     * @param issuer value of {@code iss}
     * @param audience value among {@code aud}
     */
    public TokenVerifier(JWKSource<SecurityContext> keys, String issuer, String audience) {
        this(keys, issuer, audience, InstantSource.system());
    }

    TokenVerifier(JWKSource<SecurityContext> keys, String issuer, String audience, InstantSource clock) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new ClaimTimes(issuer, audience, clock));
    }

    /**
     * Verifies.
     *
     * @param authorization value of the Authorization header, several joined by commas, or null where there is none
     */
    public Authentication verify(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return new Authentication.Refused("no bearer token");
        }
        String token = authorization.substring(SCHEME.length());
        if (token.length() > MAX_TOKEN_CHARACTERS) {
            return new Authentication.Refused("token of " + token.length() + " characters");
        }
        try {
            TokenParts parts = TokenParts.of(token);
            processor.process(token, null);
            return read(parts.claims());
        } catch (KeysUnavailable e) {
            return new Authentication.Undecided(String.valueOf(e.getMessage()));
        } catch (DataFault | ParseException | BadJOSEException | JOSEException e) {
            return new Authentication.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Authentication read(JsonNode claims) {
        String subject = claims.path("sub").stringValue();
        String claim = TokenParts.text(claims, ROLE_CLAIM);
        Optional<Role> role = claim == null ? Optional.empty() : Role.of(claim);
        if (role.isEmpty()) {
            return new Authentication.Powerless(subject, "no known role");
        }
        JsonNode bank = claims.get(BANK_CLAIM);
        if (bank == null) {
            return role.get().needsBank()
                    ? new Authentication.Powerless(subject, "role " + claim + " without a bank")
                    : new Authentication.Verified(new Principal(subject, role.get(), null));
        }
        return bank.isIntegralNumber()
                        && bank.canConvertToInt()
                        && bank.intValue() >= 1
                        && bank.intValue() <= Short.MAX_VALUE
                ? new Authentication.Verified(new Principal(subject, role.get(), new BankId(bank.intValue())))
                : new Authentication.Powerless(subject, "a bank that is none");
    }
}
