// A single request from a page that is otherwise the server's alone.

const patience = 15_000;

/** Asks the server for something; resolves to its reply, or null where it cannot be reached. */
export function request(message) {
  return new Promise((resolve) => {
    const socket = new WebSocket(new URL("../ws", import.meta.url).href.replace(/^http/, "ws"), "greenroom.v1");
    const ref = crypto.randomUUID?.() ?? `page-${Date.now()}-${Math.random().toString(36).slice(2)}`;
    const end = (reply) => {
      clearTimeout(timer);
      socket.close();
      resolve(reply);
    };
    const timer = setTimeout(() => end(null), patience);
    socket.addEventListener("open", () => socket.send(JSON.stringify({ ...message, ref })));
    socket.addEventListener("close", () => end(null));
    socket.addEventListener("message", ({ data }) => {
      const reply = JSON.parse(data);
      if (reply.ref === ref) end(reply);
    });
  });
}
