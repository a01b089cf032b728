declare global {
  var savedLeads: object[] | undefined;
}

/** Who wrote to us. A real site sends a mail or keeps it in its database; this one forgets it when it restarts. */
globalThis.savedLeads ??= [];

const leads = globalThis.savedLeads;

export function saveLead(lead: object) {
  leads.push(lead);
}

export function countLeads(): number {
  return leads.length;
}
