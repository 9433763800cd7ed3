/** Chinese telecom equipment without a company's name; global. */
export const TOPIC =
  /\b(?:Chinese|China['\u2019]s|China-(?:made|based|owned))\s+(?:[a-z-]+\s+){0,3}(?:tele(?:com\w*|phones?)|smart ?phones?|phones?|handsets?|vendors?|suppliers?|equipment|gear|networking|carriers?|tech(?:nology)? (?:compan(?:y|ies)|firms?|giants?)|5G)\b|\b(?:tele(?:com\w*)|5G|network(?:ing)?)\s+(?:[a-z-]+\s+){0,2}(?:equipment|gear|vendors?|suppliers?|kit|technology)\s+(?:made\s+)?(?:from|by|in)\s+(?:Chin(?:a|ese))\b|\bhigh[- ]risk (?:vendors?|suppliers?)\b/gi
