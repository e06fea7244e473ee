/** The simulated account's credentials: it accepts exactly these. They open nothing else. */
export const demoCredentials = {
  subdomain: 'demo',
  clientId: 'cutover-demo',
  clientSecret: 'demo-client-secret',
  chatToken: 'demo-chat-token',
  aiAgentsKey: 'demo-ai-agents-key',
} as const
