import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { UnitBoundaryResolver } from '../features/boundaries/boundary.resolver.ts';
import { CampaignResolver, CauseResolver } from '../features/campaigns/campaign.resolver.ts';
import {
  FormerBatchResolver,
  FormerCandidateResolver,
  FormerCaseReminderResolver,
  FormerReminderResolver,
  FormerVoidOutcomeResolver,
} from '../features/reminders/former-names.resolver.ts';
import {
  CaseReminderResolver,
  ReminderBatchResolver,
  ReminderCandidateResolver,
  ReminderCardResolver,
  ReminderMatterResolver,
  ReminderResolver,
  RemindersResolver,
} from '../features/reminders/reminder.resolver.ts';
import { CircularResolver } from '../features/circulars/circular.resolver.ts';
import { CircularDraftResolver } from '../features/circulars/draft.resolver.ts';
import { CircularEditionResolver } from '../features/circulars/edition.resolver.ts';
import { MovedCircularResolver } from '../features/circulars/moving/moving.resolver.ts';
import { CircularSettingsResolver } from '../features/circulars/settings/settings.resolver.ts';
import {
  FigureChangeResolver,
  ImportJobResolver,
  ImportProblemResolver,
  ImportRunResolver,
  SheetSummaryResolver,
  WithdrawalResolver,
} from '../features/imports/import.resolver.ts';
import { RecordedVisitResolver, VisitEntryResolver } from '../features/entry/index.ts';
import { CaseResolver } from '../features/ledger/case.resolver.ts';
import { ReportChartResolver } from '../features/charts/chart.resolver.ts';
import { MetricResolver } from '../features/reports/metric.resolver.ts';
import { CaseCountResolver } from '../features/ledger/case-list.resolver.ts';
import { CaseListResolver } from '../features/reports/case-list.resolver.ts';
import { ReportResolver, UnitReportResolver } from '../features/reports/report.resolver.ts';
import {
  ActivityResolver,
  BreakdownRowResolver,
  EvidenceRowResolver,
  MetricValueResolver,
  ProofResolver,
  TownRankResolver,
} from '../features/reports/value.resolvers.ts';
import { UnitResolver } from '../features/units/unit.resolver.ts';
import { heedOperations } from '../graphql/heed-operation.ts';
import { checkTextArguments } from '../graphql-types/text-argument.ts';

let schema: GraphQLSchema | undefined;

/** The GraphQL schema, from the resolvers; built once. `emit-schema.ts` writes it to server/schema.graphql. */
export const createSchema = (): GraphQLSchema => (schema ??= heedOperations(checkTextArguments(build())));

function build(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      CampaignResolver,
      CauseResolver,
      UnitResolver,
      UnitBoundaryResolver,
      UnitReportResolver,
      ReportResolver,
      CaseListResolver,
      CaseCountResolver,
      ReportChartResolver,
      MetricResolver,
      MetricValueResolver,
      BreakdownRowResolver,
      ProofResolver,
      TownRankResolver,
      EvidenceRowResolver,
      ActivityResolver,
      CaseResolver,
      ImportJobResolver,
      ImportRunResolver,
      FigureChangeResolver,
      WithdrawalResolver,
      ImportProblemResolver,
      SheetSummaryResolver,
      VisitEntryResolver,
      RecordedVisitResolver,
      CircularResolver,
      CircularDraftResolver,
      CircularEditionResolver,
      CircularSettingsResolver,
      MovedCircularResolver,
      ReminderResolver,
      RemindersResolver,
      ReminderCandidateResolver,
      ReminderCardResolver,
      ReminderMatterResolver,
      ReminderBatchResolver,
      CaseReminderResolver,
      FormerReminderResolver,
      FormerBatchResolver,
      FormerCandidateResolver,
      FormerVoidOutcomeResolver,
      FormerCaseReminderResolver,
    ],
    validate: false,
    // Checked where it is committed (schema.test.ts), not with every start.
    skipCheck: true,
  });
}
