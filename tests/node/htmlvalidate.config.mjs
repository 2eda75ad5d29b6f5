// What tests/pages/test_html.py asks html-validate: its recommended rules, but for what is said here with its reason.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Upper or lower case are the same to HTML; we write lower.
    "doctype-style": ["error", { style: "lowercase" }],
    // Footnotes have ids such as fnref:1, and a guide is called 1005-or-1006: both are valid in HTML 5.
    "valid-id": ["error", { relaxed: true }],
    // A box that scrolls is a region so that it can have a name; as a <section> it would need the same attributes.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Ranges and services have long names, and what matters stands first.
    "long-title": "off",
    // Python-Markdown writes <br /> and <hr />, which HTML allows and ignores.
    "void-style": "off",
  },
};
