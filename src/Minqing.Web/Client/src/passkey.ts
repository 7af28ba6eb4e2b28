// Passkeys: the server asks, the browser answers with the device's key. Without WebAuthn the buttons stay hidden.

const bytes = (text: string): Uint8Array<ArrayBuffer> => {
  const raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(raw, c => c.charCodeAt(0));
};
const text = (buffer: ArrayBuffer | null): string | undefined =>
  buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") : undefined;

type Named = { id: string; type: "public-key"; transports?: AuthenticatorTransport[] };
const named = (all: Named[] | undefined): PublicKeyCredentialDescriptor[] => (all ?? []).map(c => ({ ...c, id: bytes(c.id) }));

const ask = async (address: string): Promise<any> => {
  const answer = await fetch(address, { method: "POST" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};
const tell = async (address: string, credential: object): Promise<void> => {
  const answer = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(credential) });
  if (!answer.ok) throw new Error(((await answer.json().catch(() => null)) as { detail?: string } | null)?.detail ?? "");
};

const add = async (): Promise<void> => {
  const o = await ask("/me/passkeys/options");
  const made = (await navigator.credentials.create({
    publicKey: { ...o, challenge: bytes(o.challenge), user: { ...o.user, id: bytes(o.user.id) }, excludeCredentials: named(o.excludeCredentials) },
  })) as PublicKeyCredential;
  const r = made.response as AuthenticatorAttestationResponse;
  await tell("/me/passkeys", {
    id: made.id, rawId: text(made.rawId), type: made.type, authenticatorAttachment: made.authenticatorAttachment, clientExtensionResults: made.getClientExtensionResults(),
    response: { clientDataJSON: text(r.clientDataJSON), attestationObject: text(r.attestationObject), transports: r.getTransports?.() ?? [] },
  });
  location.reload();
};

const signIn = async (button: HTMLElement): Promise<void> => {
  const o = await ask("/sign-in/passkey/options");
  const found = (await navigator.credentials.get({ publicKey: { ...o, challenge: bytes(o.challenge), allowCredentials: named(o.allowCredentials) } })) as PublicKeyCredential;
  const r = found.response as AuthenticatorAssertionResponse;
  await tell("/sign-in/passkey", {
    id: found.id, rawId: text(found.rawId), type: found.type, authenticatorAttachment: found.authenticatorAttachment, clientExtensionResults: found.getClientExtensionResults(),
    response: { clientDataJSON: text(r.clientDataJSON), authenticatorData: text(r.authenticatorData), signature: text(r.signature), userHandle: text(r.userHandle) },
  });
  location.assign(button.dataset["return"] ?? "/work");
};

export const passkeys = (): void => {
  if (!window.PublicKeyCredential) return;
  for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>("[data-passkey]"))) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const said = document.querySelector<HTMLElement>("[data-passkey-said]");
      button.disabled = true;
      try {
        await (button.dataset["passkey"] === "add" ? add() : signIn(button));
      } catch (failure) {
        // giving up in the browser's own window is no error
        const gaveUp = failure instanceof DOMException && failure.name === "NotAllowedError";
        if (said) said.textContent = gaveUp ? "" : (failure instanceof Error && failure.message.length > 3 && !(failure instanceof DOMException) ? failure.message : "没有成功，请再试一次，或者用密码和验证码登录。");
      } finally {
        button.disabled = false;
      }
    });
  }
};
