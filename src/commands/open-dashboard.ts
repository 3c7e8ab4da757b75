import type { Command } from 'obsidian';
import { say } from '../language/say';
import { DASHBOARD_VIEW } from '../views/dashboard/dashboard-view';
import type { CommandDeps } from './command-deps';

export const openDashboard = (deps: CommandDeps): Command => ({
  id: 'open-dashboard',
  name: say('Open dashboard'),
  callback: () => void deps.openView(DASHBOARD_VIEW),
});
