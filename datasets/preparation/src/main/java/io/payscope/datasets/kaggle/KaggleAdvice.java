package io.payscope.datasets.kaggle;

/** What a user can do about a refusal. */
final class KaggleAdvice {

    static final String THREE_WAYS = """
        Give Kaggle credentials in one of three ways:
          1. KAGGLE_API_TOKEN=TOKEN (or the path of a file that holds it), or the token in ~/.kaggle/access_token
          2. KAGGLE_USERNAME=NAME and KAGGLE_KEY=KEY
          3. {"username":"NAME","key":"KEY"} in ~/.kaggle/kaggle.json, or in kaggle.json in KAGGLE_CONFIG_DIR
        Token and key are made at https://www.kaggle.com/settings; datasets/setup-kaggle.sh writes the file.\
        """;

    private KaggleAdvice() {}

    /** The page on which a competition's rules are accepted. */
    static String rules(String competition) {
        return "accept the rules, which only you can do, at https://www.kaggle.com/competitions/" + competition
                + "/rules and try again";
    }
}
