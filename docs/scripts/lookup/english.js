// @ts-check

/** Words that say nothing about what is asked. */
export const STOP_WORDS = new Set([
  ..."a an the is are was were be been am of to in on at for from by with and or as it its this that these".split(" "),
  ..."those do does did can could should would will may might have has had how what why when where which".split(" "),
  ..."who there here than then so if but i my me we our you your he she they them their about after before".split(" "),
  ..."while into some any vs versus mean means meaning get gets got getting happen happens happening please".split(" "),
  ..."help websocket websockets ws wss code codes".split(" "),
]);

/** Forms of a word that no ending explains, and short forms. */
const FORMS = {
  lose: "lost",
  die: "died dies dying dead",
  send: "sent",
  break: "broken broke",
  go: "gone went",
  hang: "hung",
  throw: "threw thrown",
  sleep: "slept asleep",
  shut: "shutting",
  close: "closed closure",
  timeout: "timedout",
  second: "sec secs s",
  minute: "min mins",
  hour: "hr hrs h",
  not: "no cannot cant dont didnt doesnt wont isnt wasnt",
  message: "msg msgs",
  connection: "conn",
  authentication: "auth",
  certificate: "cert certs",
  error: "err",
  server: "srv",
  extension: "ext",
  database: "db",
};

/** From each such form to the word. @type {Map<string, string>} */
export const OTHER_FORMS = new Map(
  Object.entries(FORMS).flatMap(([word, forms]) => forms.split(" ").map((form) => [form, word])),
);
